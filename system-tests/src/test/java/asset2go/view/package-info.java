/** Views that people keep. */
package asset2go.view;
