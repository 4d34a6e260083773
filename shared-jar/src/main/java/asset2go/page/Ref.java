package asset2go.page;

/** A pointer to something with a name: enough to show it and to link to it. */
public record Ref(String id, String name) {}
