// The assets of one place, model or state in the order of lists, so that a page of very many is
// read from an index, too: a category's, a part of the tree's, all that are retired.
CREATE INDEX asset_place_by_tag IF NOT EXISTS FOR (n:Asset) ON (n.rootLocationId, n.tag, n.id);
CREATE INDEX asset_model_by_tag IF NOT EXISTS FOR (n:Asset) ON (n.modelId, n.tag, n.id);
CREATE INDEX asset_model_by_name IF NOT EXISTS FOR (n:Asset) ON (n.modelId, n.name, n.id);
CREATE INDEX asset_status_by_tag IF NOT EXISTS FOR (n:Asset) ON (n.status, n.tag, n.id);
