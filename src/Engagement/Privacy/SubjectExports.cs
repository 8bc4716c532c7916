using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Participants;
using Engagement.SignIn;
using EventStore;
using Npgsql;

namespace Engagement.Privacy;

/// <summary>
/// Subject access (Article 15 of the UK General Data Protection Regulation): everything held of a person: the address they sign in with, those they are written to at, and their own events, opened. An export is made
/// when it is asked for, is sealed with the person's own key, and is deleted after 14 days or with that key.
/// </summary>
public sealed class SubjectExports(
    DocumentStore store, CommandRunner runner, SubjectKeys subjectKeys, SignInLinks links, IEnumerable<IPersonAddresses> addresses, IEnumerable<IPersonTrail> trails, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    // Names and apostrophes as they were written: the page encodes for itself.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts it together; gives its id. A repeat with the same idempotency key is given the same, also when it has been deleted since.</summary>
    /// <exception cref="ThingNotFoundException">There is no such subject.</exception>
    /// <exception cref="RuleRefusedException">What they told us has been erased.</exception>
    public async Task<Guid> MakeAsync(MakeSubjectExport command, CommandContext context, CancellationToken cancellationToken)
    {
        var person = command.PersonId;
        var id = Guid.CreateVersion7();
        var first = await runner.WriteAsync(
            id,
            command,
            context,
            async session =>
            {
                await subjectKeys.RefuseErasedAsync(person, cancellationToken);
                var key = await subjectKeys.FindAsync(person, cancellationToken) ?? throw new ThingNotFoundException("record", person);
                var now = clock.GetUtcNow();
                var content = (await GatherAsync(person, now, cancellationToken)).ToJsonString(Readable);
                session.QueueSqlCommand(Insert(id, person, now, key.Seal(content).Cipher));
                return 1;
            },
            cancellationToken);

        // Where the key has been destroyed meanwhile, nothing of them was kept.
        await subjectKeys.RefuseErasedAsync(person, cancellationToken);
        return first.Id;
    }

    /// <summary>An export of this person; null when there is none, or none any more.</summary>
    public async Task<SubjectExport?> FindAsync(Guid id, Guid person, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select made_at, delete_at, content from engagement.subject_exports where id = $1 and subject_id = $2 and delete_at > $3",
            row => (MadeAt: row.GetFieldValue<DateTimeOffset>(0), DeleteAt: row.GetFieldValue<DateTimeOffset>(1), Cipher: row.GetString(2)),
            cancellationToken,
            id,
            person,
            clock.GetUtcNow().UtcDateTime);
        if (found.Count == 0 || await subjectKeys.OpenAsync(new PersonalText(person, found[0].Cipher), cancellationToken) is not { } json)
            return null;

        return new SubjectExport(id, found[0].MadeAt, found[0].DeleteAt, json, SubjectExportPage.Of(JsonNode.Parse(json)!.AsObject()));
    }

    // Not where the key has been destroyed.
    private static NpgsqlBatchCommand Insert(Guid id, Guid person, DateTimeOffset now, string content)
    {
        var insert = new NpgsqlBatchCommand(
            """
            insert into engagement.subject_exports (id, subject_id, made_at, delete_at, content)
            select $1, $2, $3, $4, $5 from engagement.subject_keys where subject_id = $2 and wrapped_key is not null for share
            """);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now + Kept).UtcDateTime });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = content });
        return insert;
    }

    private async Task<JsonObject> GatherAsync(Guid person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var records = new JsonArray();
        await using var session = store.QuerySession();
        foreach (var trail in trails)
        {
            foreach (var trace in await trail.OfAsync(person, cancellationToken))
            {
                var events = await session.Events.FetchStreamAsync(trace.StreamId, cancellationToken: cancellationToken);
                var theirs = new JsonArray();
                foreach (var e in events.Where(e => trace.IsTheirs?.Invoke(e) ?? true))
                    theirs.Add(await OpenAsync(e, cancellationToken));

                if (theirs.Count > 0)
                    records.Add(new JsonObject { ["what"] = trace.What, ["id"] = trace.StreamId, ["events"] = theirs });
            }
        }

        var writtenTo = new JsonArray();
        foreach (var one in addresses)
        {
            foreach (var address in await one.OfAsync(person, cancellationToken))
                writtenTo.Add(address);
        }

        return new JsonObject
        {
            ["subject"] = person,
            ["madeAt"] = now,
            ["emailAddress"] = await links.AddressOfAsync(person, cancellationToken),
            ["writtenTo"] = writtenTo,
            ["records"] = records,
        };
    }

    private async Task<JsonObject> OpenAsync(IEvent e, CancellationToken cancellationToken)
    {
        var data = JsonSerializer.SerializeToNode(e.Data, e.Data.GetType(), store.Options.Json)!.AsObject();
        await OpenWordsAsync(data, cancellationToken);
        return new JsonObject { ["happened"] = e.OccurredAt(), ["type"] = e.EventTypeName, ["data"] = data };
    }

    // Sealed words become the words; the hash of a secret is of no use to anybody.
    private async Task OpenWordsAsync(JsonNode? node, CancellationToken cancellationToken)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
                await OpenWordsAsync(one, cancellationToken);
        }

        if (node is not JsonObject thing)
            return;

        thing.Remove("SecretHash");
        foreach (var name in thing.Select(member => member.Key).ToArray())
        {
            if (thing[name] is JsonObject member && member.Count == 2 && member.ContainsKey(nameof(PersonalText.Cipher)))
                thing[name] = await subjectKeys.OpenAsync(member.Deserialize<PersonalText>(store.Options.Json)!, cancellationToken) ?? "(erased)";
            else
                await OpenWordsAsync(thing[name], cancellationToken);
        }
    }
}
