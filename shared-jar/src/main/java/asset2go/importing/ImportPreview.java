package asset2go.importing;

import java.util.List;
import java.util.Map;

/**
 * What a file looks like before it is imported.
 *
 * @param columns the names in its header
 * @param mapping column to field, guessed; columns that nobody knows are not in it
 * @param fields the fields that the kind knows, in their order
 * @param required those without which no row can be taken
 * @param sample the first rows
 * @param warnings what a person should look at before going on
 */
public record ImportPreview(
    ImportKind kind,
    List<String> columns,
    Map<String, String> mapping,
    List<String> fields,
    List<String> required,
    List<List<String>> sample,
    List<String> warnings) {}
