package asset2go.asset;

/** A pointer to an asset: enough to show it and to link to it. */
public record AssetRef(String id, String tag, String name, EquipmentStatus status) {}
