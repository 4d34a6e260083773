package asset2go.booking;

/** Where a booking stands. */
public enum BookingState {
  /** Kept free, but somebody has to approve it. */
  REQUESTED,
  /** Promised; not fetched yet. */
  CONFIRMED,
  /** Something of it is out. */
  CHECKED_OUT,
  /** All that was fetched is back. */
  COMPLETED,
  /** Called off. */
  CANCELLED,
  /** Not approved. */
  REJECTED;

  /** Whether it still takes something from others. */
  public boolean isLive() {
    return this == REQUESTED || this == CONFIRMED || this == CHECKED_OUT;
  }
}
