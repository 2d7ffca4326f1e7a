// Indexes of the embedded engine. There a uniqueness constraint makes no index, and a MERGE without one is quadratic.
CREATE INDEX source_id IF NOT EXISTS FOR (n:Source) ON (n.id);
CREATE INDEX author_id IF NOT EXISTS FOR (n:Author) ON (n.id);
CREATE INDEX thread_id IF NOT EXISTS FOR (n:Thread) ON (n.id);
CREATE INDEX comment_id IF NOT EXISTS FOR (n:Comment) ON (n.id);
CREATE INDEX comment_seq IF NOT EXISTS FOR (n:Comment) ON (n.seq);
CREATE INDEX version_key IF NOT EXISTS FOR (n:Version) ON (n.key);
CREATE INDEX paragraph_key IF NOT EXISTS FOR (n:Paragraph) ON (n.key);
CREATE INDEX quote_id IF NOT EXISTS FOR (n:Quote) ON (n.id);
CREATE INDEX locution_id IF NOT EXISTS FOR (n:Locution) ON (n.id);
CREATE INDEX claim_id IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE INDEX claim_key IF NOT EXISTS FOR (n:Claim) ON (n.key);
CREATE INDEX concept_id IF NOT EXISTS FOR (n:Concept) ON (n.id);
CREATE INDEX correction_id IF NOT EXISTS FOR (n:Correction) ON (n.id);
CREATE INDEX meta_id IF NOT EXISTS FOR (n:StoreMeta) ON (n.id);
