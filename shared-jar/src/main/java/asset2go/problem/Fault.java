package asset2go.problem;

/**
 * What can be wrong with a field, as programs tell it apart. Its name goes out as the {@code code}
 * of a field's error and stays the same for ever; the web tier has words for each in every language
 * ({@code fault.TOO_LONG} and so on), with the error's words put in.
 */
public enum Fault {
  /** Something without a code of its own: the message says what. */
  INVALID,
  /** Nothing was given. */
  REQUIRED,
  /** Fewer characters or entries than the first word says. */
  TOO_SHORT,
  /** More characters or entries than the first word says. */
  TOO_LONG,
  /** Not written as such a thing is. */
  FORMAT,
  /** Not a number that is allowed here. */
  OUT_OF_RANGE,
  /** Names something that does not exist. */
  UNKNOWN,
  /** Must be unique, and another has it. */
  TAKEN,
  /** Cannot be changed, or not in this way. */
  FIXED,
  /** Would stand inside, below or behind itself. */
  CYCLE,
  /** Belongs to another company. */
  OTHER_COMPANY,
  /** A password or the like that is not the right one. */
  WRONG,
  /** Was used before, or has expired. */
  USED_UP,
  /** There is no such field. */
  NO_FIELD,
  /** Means more than one thing. */
  AMBIGUOUS,
  /** A person who is no longer with us. */
  LEFT,
  /** Somebody has it: the first word says who. */
  HELD,
  /** Nobody has it. */
  NOT_HELD,
  /** Others have booked it. */
  BOOKED,
  /** The life cycle has no such step from the status that the first word says. */
  NO_STEP,
  /** Somebody has changed it since. */
  CHANGED,
  /** Something is in it. */
  NOT_EMPTY,
  /** What the first word names needs it. */
  NEEDED,
  /** Others rely on it: bookings, plans, stock-takes, roles. */
  IN_USE,
  /** A work order, the first word, is not closed yet. */
  ORDER_OPEN,
  /** Lines of a checklist are not ticked off. */
  CHECKS_OPEN,
  /** It has to be calibrated before it may go out. */
  NOT_CALIBRATED
}
