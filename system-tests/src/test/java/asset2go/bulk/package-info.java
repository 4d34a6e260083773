/** Changing many assets at once. */
package asset2go.bulk;
