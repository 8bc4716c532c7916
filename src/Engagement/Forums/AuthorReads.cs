using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Common;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Forums;

/// <summary>Authors' own lists: everything they wrote, how it stands, and why.</summary>
public sealed class AuthorReads(DocumentStore store, SubjectKeys subjectKeys, ReceiptTries tries)
{
    private const string Columns =
        """
        select c.id, c.forum_id, c.topic_id, c.reply_to, c.handle, c.reference, c.words, c.state,
               c.state = 'Released' and (c.reply_to is null or exists (
                   select from engagement.contributions p where p.id = c.reply_to and p.state = 'Released')),
               c.reason_class, c.reason, c.marks::text, c.appeal, c.appeal_reason, c.received_at, c.version, c.author_id
        from engagement.contributions c
        """;

    /// <summary>
    /// The pseudonym of who holds a receipt, to act under; null when there is none with this reference and this secret, and never which of the
    /// two is wrong.
    /// </summary>
    /// <exception cref="RuleRefusedException">There were too many wrong ones.</exception>
    public async Task<Guid?> FindByReceiptAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (ReceiptPrinter.NormaliseReference(reference) is not { } normalised)
            return null;

        await tries.CheckAsync(normalised, cancellationToken);
        var candidates = await store.ListAsync(
            "select author_id, secret_hash from engagement.contributions where reference = $1",
            row => (Author: row.GetGuid(0), Hash: row.GetString(1)),
            cancellationToken,
            normalised);
        var hash = Encoding.ASCII.GetBytes(ReceiptPrinter.HashOf(secret));
        foreach (var candidate in candidates)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(candidate.Hash)))
                return candidate.Author;
        }

        await tries.CountWrongAsync(normalised, cancellationToken);
        return null;
    }

    /// <summary>Newest first.</summary>
    public async Task<Slice<OwnContribution>> ListAsync(Guid author, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns}
            where c.author_id = $1 and ($2::timestamptz is null or (c.received_at, c.id) < ($2, $3))
            order by c.received_at desc, c.id desc
            limit $4
            """,
            Read,
            cancellationToken,
            author,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return (await OpenAsync(rows, cancellationToken)).SliceOf(limit);
    }

    /// <summary>One contribution as its author sees it, for its author alone; null when there is none.</summary>
    public async Task<OwnContribution?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync($"{Columns} where c.id = $1", Read, cancellationToken, id);
        return rows.Count == 0 ? null : (await OpenAsync(rows, cancellationToken))[0];
    }

    public static TimePosition PositionOf(OwnContribution contribution) => new(contribution.ReceivedAt, contribution.Id);

    private async Task<IReadOnlyList<OwnContribution>> OpenAsync(
        IReadOnlyList<(OwnContribution Own, PersonalText Words)> rows, CancellationToken cancellationToken)
    {
        var words = await subjectKeys.OpenAsync([.. rows.Select(row => row.Words)], cancellationToken);
        return [.. rows.Select((row, i) => row.Own with { Text = words[i], AuthorId = row.Words.Subject })];
    }

    private static (OwnContribution Own, PersonalText Words) Read(NpgsqlDataReader row)
    {
        var state = Enum.Parse<ContributionState>(row.GetString(7));
        var appeal = Enum.Parse<AppealState>(row.GetString(12));
        var reasonClass = row.IsDBNull(9) ? null : row.GetString(9);
        var isDisclosure = state == ContributionState.Held && reasonClass == nameof(HoldReason.PossibleDisclosure);
        var own = new OwnContribution(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetGuid(2),
            row.IsDBNull(3) ? null : row.GetGuid(3),
            row.GetString(4),
            row.GetString(5),
            Text: null,
            state,
            row.GetBoolean(8),
            reasonClass,
            row.IsDBNull(10) ? null : row.GetString(10),
            JsonSerializer.Deserialize<MarkedSpan[]>(row.GetString(11)) ?? [],
            appeal,
            row.IsDBNull(13) ? null : row.GetString(13),
            MayAppeal: state == ContributionState.Refused && appeal == AppealState.None,
            isDisclosure ? GetHelp.Lines : [],
            row.GetFieldValue<DateTimeOffset>(14),
            row.GetInt32(15));
        return (own, new PersonalText(row.GetGuid(16), row.GetString(6)));
    }
}
