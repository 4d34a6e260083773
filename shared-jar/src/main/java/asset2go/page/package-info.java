/** Lists are read page by page, by key: what a page and its cursor look like. */
@NullMarked
package asset2go.page;

import org.jspecify.annotations.NullMarked;
