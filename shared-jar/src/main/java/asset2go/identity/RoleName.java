package asset2go.identity;

/** What a person may do, over the whole installation or, by a grant, over a part of it. */
public enum RoleName {
  /** May do everything, also manage users and settings. */
  ADMIN,
  /** Runs the inventory: creates, changes, imports and retires. */
  MANAGER,
  /** Repairs and moves: changes the status, place and condition of equipment. */
  TECHNICIAN,
  /** May book and hold equipment. */
  MEMBER,
  /** Reads everything, changes nothing. */
  AUDITOR;

  /**
   * This role where no more is allowed than {@code most}: the lesser of the two. An auditor never
   * changes anything, whatever is allowed.
   */
  public RoleName atMost(RoleName most) {
    return compareTo(most) < 0 ? most : this;
  }
}
