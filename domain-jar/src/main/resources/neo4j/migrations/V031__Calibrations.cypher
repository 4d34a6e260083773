// Calibrations: of an asset by the day, and which assets lack one.
CREATE CONSTRAINT calibration_id IF NOT EXISTS FOR (n:Calibration) REQUIRE n.id IS UNIQUE;
CREATE INDEX calibration_asset IF NOT EXISTS FOR (n:Calibration) ON (n.assetId, n.on);
CREATE INDEX asset_calibrated_until IF NOT EXISTS FOR (n:Asset) ON (n.calibratedUntil);
CREATE INDEX asset_calibration_result IF NOT EXISTS FOR (n:Asset) ON (n.calibrationResult);
// Files that belong to something.
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
// By what somebody unknown gave the photos of a fault report.
CREATE INDEX fault_report_photo_key IF NOT EXISTS FOR (n:FaultReport) ON (n.photoKey);
