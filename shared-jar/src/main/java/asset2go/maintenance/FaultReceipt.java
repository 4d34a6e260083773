package asset2go.maintenance;

/**
 * A fault report was taken in.
 *
 * @param photoKey lets who reported add three photos within the hour
 */
public record FaultReceipt(String photoKey) {}
