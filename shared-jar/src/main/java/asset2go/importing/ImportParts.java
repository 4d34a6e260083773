package asset2go.importing;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The parts of a form that brings a file in, for the OpenAPI document: nobody holds them all. */
@Schema(
    type = SchemaType.OBJECT,
    requiredProperties = {"file", "kind"},
    properties = {
      @SchemaProperty(
          name = "file",
          type = SchemaType.STRING,
          format = "binary",
          description = "The CSV file"),
      @SchemaProperty(name = "kind", implementation = ImportKind.class),
      @SchemaProperty(
          name = "dryRun",
          type = SchemaType.BOOLEAN,
          defaultValue = "false",
          description = "Nothing is written, the counts say what would be"),
      @SchemaProperty(
          name = "createMissing",
          type = SchemaType.BOOLEAN,
          defaultValue = "true",
          description = "Whether what a row names and is not there is made by its name"),
      @SchemaProperty(
          name = "mapping",
          type = SchemaType.STRING,
          description = "JSON, column to field; an empty field leaves a column out")
    })
interface ImportParts {}
