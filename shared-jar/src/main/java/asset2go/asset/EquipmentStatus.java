package asset2go.asset;

/** Where an asset stands in its life. {@link Lifecycle} says what may follow what. */
public enum EquipmentStatus {
  ORDERED,
  RECEIVED,
  AVAILABLE,
  CHECKED_OUT,
  IN_TRANSIT,
  IN_MAINTENANCE,
  OUT_OF_SERVICE,
  QUARANTINED,
  MISSING,
  RETIRED,
  DISPOSED
}
