package asset2go.booking;

/**
 * So many of a model, whichever, for a window. Each of them is one asset for the whole window, and
 * which one is decided when it is handed out: until then it may change.
 *
 * @param id of the booking; its order is that in which bookings were made
 */
record Demand(String id, Window window, int quantity) {}
