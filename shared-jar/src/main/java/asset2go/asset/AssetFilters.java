package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.page.Ref;
import java.util.List;
import java.util.Map;

/**
 * What a list of assets is narrowed by, for people to read, and what they may narrow it by next:
 * all that a page about it needs beside the list.
 *
 * @param names what the ids stand for, by parameter; without those that are not there, or that are
 *     none of the caller's business
 * @param named the custom fields that the list is narrowed by
 * @param offered the custom fields of the category or the model that the list is narrowed to
 * @param categories the first two hundred by name
 * @param companies the same of those that the caller may see
 */
public record AssetFilters(
    Map<String, String> names,
    List<CustomField> named,
    List<CustomField> offered,
    List<Ref> categories,
    List<Ref> companies) {

  /** Of which nothing is known. */
  public static final AssetFilters NONE =
      new AssetFilters(Map.of(), List.of(), List.of(), List.of(), List.of());
}
