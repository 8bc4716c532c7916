using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Surveys;

/// <summary>
/// Answers that somebody has begun and not sent. They are no events: what a person has not given us is not ours to keep. They are sealed with the
/// receipt's secret, are gone once they are sent, and end with the survey.
/// </summary>
public sealed class ResponseDrafts(DocumentStore store, SurveyReads surveys, ReceiptPrinter receipts, ReceiptTries tries, TimeProvider clock)
{
    /// <summary>
    /// Keeps the answers, over those kept before under the same key. Of two saves at once the later one stands, whichever reaches the database
    /// last. The receipt is kept with them: after a change of the platform's key it is another one, which alone opens what is kept now.
    /// </summary>
    /// <exception cref="RuleRefusedException">The survey is not open, or there is too much to keep.</exception>
    /// <exception cref="ThingNotFoundException">There is no such survey.</exception>
    public async Task<IssuedReceipt> SaveAsync(SaveDraft command, CancellationToken cancellationToken)
    {
        var survey = await surveys.FindSurveyAsync(command.WaveId, cancellationToken) ?? throw new ThingNotFoundException("survey", command.WaveId);
        if (SaveDraft.Check(command, survey, clock.LondonToday()) is { } refusal)
            throw new RuleRefusedException(refusal);

        var id = Response.IdFor(command.WaveId, command.IdempotencyKey);
        var (reference, secret, now) = (receipts.ReferenceOf(id), receipts.SecretOf(id), clock.GetUtcNow());
        var content = JsonSerializer.SerializeToUtf8Bytes(command);
        await using var insert = store.DataSource.CreateCommand(
            """
            with kept as (
                insert into engagement.response_drafts as d (id, wave_id, reference, secret_hash, content, saved_at)
                select $1, $2, $3, $4, $5, $6 where not exists (select from public.mt_doc_receipt where id = $1)
                on conflict (id) do update
                set reference = excluded.reference, secret_hash = excluded.secret_hash, content = excluded.content, saved_at = excluded.saved_at
                where d.saved_at <= excluded.saved_at)
            select exists (select from public.mt_doc_receipt where id = $1)
            """);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = command.WaveId });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reference });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ReceiptPrinter.HashOf(secret) });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Sealing.Seal(KeyOf(secret, id), content, id) });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        if (await insert.ExecuteScalarAsync(cancellationToken) is true)
            throw new RuleRefusedException(SubmitResponse.AlreadyAnswered(survey.Wave));

        return new IssuedReceipt(id, reference, secret, now);
    }

    /// <summary>The answers of a receipt that are not sent yet; null when there are none, or the survey has closed.</summary>
    /// <exception cref="RuleRefusedException">There were too many wrong secrets.</exception>
    public async Task<SaveDraft?> FindAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (ReceiptPrinter.NormaliseReference(reference) is not { } normalised)
            return null;

        await tries.CheckAsync(normalised, cancellationToken);
        var candidates = await store.ListAsync(
            "select id, wave_id, secret_hash, content from engagement.response_drafts where reference = $1",
            row => (Id: row.GetGuid(0), WaveId: row.GetGuid(1), SecretHash: row.GetString(2), Content: row.GetFieldValue<byte[]>(3)),
            cancellationToken,
            normalised);
        var found = candidates.FirstOrDefault(c => ReceiptReads.IsSecretOf(c.SecretHash, secret));
        if (found.Content is null)
            await tries.CountWrongAsync(normalised, cancellationToken);
        if (found.Content is null
            || await surveys.FindSurveyAsync(found.WaveId, cancellationToken) is not { } survey
            || survey.Wave.StateOn(clock.LondonToday()) == WaveState.Closed)
        {
            return null;
        }

        return JsonSerializer.Deserialize<SaveDraft>(Sealing.Open(KeyOf(secret, found.Id), found.Content, found.Id));
    }

    internal static NpgsqlBatchCommand Remove(Guid id) => new("delete from engagement.response_drafts where id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } },
    };

    /// <summary>What was not sent until a wave closed is forgotten with it.</summary>
    internal static NpgsqlBatchCommand RemoveAllOf(Guid waveId) => new("delete from engagement.response_drafts where wave_id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = waveId } },
    };

    private static byte[] KeyOf(string secret, Guid id) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.ASCII.GetBytes(CrockfordBase32.Normalise(secret)),
        KeyEncryptionKey.Length,
        id.ToByteArray(bigEndian: true),
        "response draft"u8.ToArray());
}
