package asset2go.check;

/**
 * Something that must hold of each thing of one kind.
 *
 * @param label of the thing
 * @param name by which findings call it
 * @param cypher what follows the thing, bound to {@code x}: ends in the condition of those of which
 *     it does not hold, and {@code RETURN x.id AS id, … AS detail}
 */
record Check(String label, String name, String cypher) {

  String statement() {
    return "UNWIND $ids AS given MATCH (x:%s {id: given})\n%s".formatted(label, cypher);
  }
}
