/**
 * Equipment: the list, one asset's page with the steps of its life, and the form to make or change
 * one.
 */
@NullMarked
package asset2go.asset;

import org.jspecify.annotations.NullMarked;
