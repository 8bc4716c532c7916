using System.Security.Cryptography;
using System.Text;
using Engagement.Common;
using EventStore;

namespace Engagement.Surveys;

public sealed class ReceiptReads(DocumentStore store)
{
    /// <summary>The receipt; null when there is none with this reference and this secret, and never which of the two is wrong.</summary>
    public async Task<Receipt?> FindAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (ReceiptPrinter.NormaliseReference(reference) is not { } normalised)
            return null;

        var candidates = await store.ListDocumentsAsync<Receipt>(
            "select data from public.mt_doc_receipt where data ->> 'Reference' = $1", cancellationToken, normalised);
        return candidates.FirstOrDefault(r => IsSecretOf(r.SecretHash, secret));
    }

    internal static bool IsSecretOf(string hash, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(ReceiptPrinter.HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
