package asset2go.document;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The parts of a form that brings a document, for the OpenAPI document: nobody holds them all. */
@Schema(
    type = SchemaType.OBJECT,
    requiredProperties = {"file"},
    properties = {
      @SchemaProperty(
          name = "file",
          type = SchemaType.STRING,
          format = "binary",
          description = "A JPEG, PNG or WebP image of 5 MiB or a PDF of 10 MiB at most")
    })
public interface DocumentParts {}
