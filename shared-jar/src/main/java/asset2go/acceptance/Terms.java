package asset2go.acceptance;

import asset2go.page.Identified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody accepts who takes a certain kind of equipment. Never edited: another wording is
 * another edition.
 *
 * @param hash SHA-256 of title and text, hexadecimal: what a signature refers to
 * @param edition 1 for the first wording of this subject
 * @param until since when they are no longer asked for; null while they are
 */
public record Terms(
    String id,
    String title,
    String text,
    String hash,
    int edition,
    TermsSubject subject,
    Instant since,
    @Nullable Instant until)
    implements Identified {}
