using System.Security.Cryptography;
using System.Text;
using Engagement.Common;
using EventStore;

namespace Engagement.Surveys;

/// <summary>Finds what somebody submitted by the receipt they were given for it.</summary>
public sealed class ReceiptReads(DocumentStore store, ReceiptTries tries, ReceiptPrinter printer)
{
    public static Refusal NotFound { get; } = new("RECEIPT_NOT_FOUND", "We cannot find this receipt. Check the reference and the secret you were given");

    public static Refusal Erased { get; } = new("WORDS_ERASED", "What you said was erased as you asked, so nothing can be added to it");

    /// <summary>The receipt; null when there is none with this reference and this secret, and never which of the two is wrong.</summary>
    /// <exception cref="RuleRefusedException">There were too many wrong ones.</exception>
    public async Task<Receipt?> FindAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (ReceiptPrinter.NormaliseReference(reference) is not { } normalised)
            return null;

        await tries.CheckAsync(normalised, cancellationToken);
        var candidates = await store.ListDocumentsAsync<Receipt>(
            "select data from public.mt_doc_receipt where data ->> 'Reference' = $1", cancellationToken, normalised);
        var receipt = candidates.FirstOrDefault(r => IsSecretOf(r.SecretHash, secret));
        if (receipt is null)
            await tries.CountWrongAsync(normalised, cancellationToken);
        return receipt;
    }

    /// <summary>The receipts of what a person sent while they were signed in, the last sent first.</summary>
    public async Task<Slice<Receipt>> OfPersonAsync(Guid person, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<Receipt>(
            """
            select data from public.mt_doc_receipt
            where id = any($1) and ($2::timestamptz is null or ((data ->> 'SubmittedAt')::timestamptz, id) < ($2, $3))
            order by (data ->> 'SubmittedAt')::timestamptz desc, id desc
            limit $4
            """,
            cancellationToken,
            await ResponsesOfAsync(person, cancellationToken),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TimePosition PositionOf(Receipt receipt) => new(receipt.SubmittedAt, receipt.Id);

    // Only with the platform's key can it be told which responses are a person's. A second one in a wave is there only where the first was withdrawn.
    private async Task<Guid[]> ResponsesOfAsync(Guid person, CancellationToken cancellationToken)
    {
        var waves = await store.ListAsync("select id from public.mt_doc_wavepage", row => row.GetGuid(0), cancellationToken);
        var found = new List<Guid>();
        for (var attempt = 1; waves.Count > 0; attempt++)
        {
            var possible = waves.ToDictionary(wave => printer.ResponseIdOf(wave, person, attempt));
            var there = await store.ListAsync(
                "select id from public.mt_doc_receipt where id = any($1)", row => row.GetGuid(0), cancellationToken, possible.Keys.ToArray());
            found.AddRange(there);
            waves = [.. there.Select(id => possible[id])];
        }

        return [.. found];
    }

    /// <summary>The pseudonymous subject whose key seals the words of a response.</summary>
    public async Task<Guid> SubjectOfAsync(Guid responseId, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(responseId, version: 1, cancellationToken: cancellationToken);
        return events.Select(e => e.Data).OfType<ResponseSubmitted>().Single().SubjectId;
    }

    internal static bool IsSecretOf(string hash, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(ReceiptPrinter.HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
