package asset2go.booking;

/** Where a booking stands. */
public enum BookingState {
  /** Promised; not fetched yet. */
  CONFIRMED,
  /** Something of it is out. */
  CHECKED_OUT,
  /** All that was fetched is back. */
  COMPLETED,
  /** Called off. */
  CANCELLED;

  /** Whether it still takes something from others. */
  public boolean isLive() {
    return this == CONFIRMED || this == CHECKED_OUT;
  }
}
