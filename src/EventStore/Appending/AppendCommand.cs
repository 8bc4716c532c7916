using Npgsql;

namespace EventStore;

/// <summary>Makes the command that appends to one stream. The order of parameters is that of <see cref="StoreSql"/>.</summary>
internal static class AppendCommand
{
    public static NpgsqlBatchCommand Create(StoreSql sql, StreamAppend append)
    {
        var events = append.Events;
        var statements = events.Count == 1 ? sql.AppendOne : sql.AppendMany;
        var expectation = AppendStatements.Effective(append);
        var command = new NpgsqlBatchCommand(statements.For(expectation));

        var first = events[0].Event;
        var parameters = command.Parameters;
        parameters.Add(append.StreamId.ToParameter());
        parameters.Add(Parameter.Of(first.TenantId));
        parameters.Add(Parameter.Of(first.Timestamp));
        parameters.Add(Parameter.Of(first.CorrelationId));
        parameters.Add(Parameter.Of(first.CausationId));
        parameters.Add(Parameter.Json(EventHeaders.Serialize(first.Headers)));
        parameters.Add(Parameter.Of(first.UserName));
        parameters.Add(expectation == StreamExpectation.AtVersion ? Parameter.Of(append.Version) : Parameter.Of(append.StreamType));

        if (events.Count == 1)
        {
            var (e, mapping, json) = events[0];
            parameters.Add(Parameter.Of(e.Id));
            parameters.Add(Parameter.Json(json));
            parameters.Add(Parameter.Of(mapping.Alias));
            parameters.Add(Parameter.Of(mapping.DotNetTypeName));
        }
        else
        {
            AddMany(parameters, events);
        }

        return command;
    }

    private static void AddMany(NpgsqlParameterCollection parameters, List<PendingEvent> events)
    {
        var ids = new Guid[events.Count];
        var data = new byte[events.Count][];
        var types = new string[events.Count];
        var dotNetTypes = new string[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            (var e, var mapping, data[i]) = events[i];
            ids[i] = e.Id;
            types[i] = mapping.Alias;
            dotNetTypes[i] = mapping.DotNetTypeName;
        }

        parameters.Add(Parameter.Of(ids));
        parameters.Add(Parameter.Json(data));
        parameters.Add(Parameter.Of(types));
        parameters.Add(Parameter.Of(dotNetTypes));
        parameters.Add(Parameter.Of((long)events.Count));
    }
}
