package asset2go.graph;

/** Fired once in every instance when Neo4j was reached and its schema is up to date. */
public record GraphReady() {}
