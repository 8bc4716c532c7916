using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Engagement.Host.Commands;

/// <summary>Makes options and arguments say in plain words what they expect.</summary>
internal static class Parsed
{
    /// <summary>A whole number that is not below the least.</summary>
    public static Option<long?> Number(string name, long least, string description, string helpName, long? usually = null) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => usually,
        CustomParser = result => Number(result, name, least),
    };

    /// <summary>A log position.</summary>
    public static Argument<long> Position(string description) => new("position")
    {
        Description = description,
        CustomParser = result => Number(result, "The position", 1) ?? 0,
    };

    /// <summary>The id of a stream.</summary>
    public static Argument<Guid> StreamId() => new("id")
    {
        Description = "The stream's id, a GUID.",
        CustomParser = result =>
        {
            if (!Guid.TryParse(result.Tokens[0].Value, out var id))
                result.AddError($"'{result.Tokens[0].Value}' is no stream: streams are identified by GUIDs, such as {Guid.CreateVersion7()}.");
            return id;
        },
    };

    /// <summary>The id of a dead letter.</summary>
    public static Argument<Guid?> DeadLetterId(ArgumentArity arity)
    {
        var argument = new Argument<Guid?>("id")
        {
            Description = "The dead letter's id, as in the list.",
            Arity = arity,
            CustomParser = result =>
            {
                if (Guid.TryParse(result.Tokens[0].Value, out var id)) return id;
                result.AddError($"'{result.Tokens[0].Value}' is no id of a dead letter. 'engagement dead-letters list' shows them.");
                return null;
            },
        };
        if (arity.MinimumNumberOfValues == 0) argument.DefaultValueFactory = _ => null;
        return argument;
    }

    /// <summary>The id of a message.</summary>
    public static Argument<Guid?> MessageId(ArgumentArity arity)
    {
        var argument = new Argument<Guid?>("id")
        {
            Description = "The message's id, as in the list.",
            Arity = arity,
            CustomParser = result =>
            {
                if (Guid.TryParse(result.Tokens[0].Value, out var id)) return id;
                result.AddError($"'{result.Tokens[0].Value}' is no id of a message. 'engagement messages list' shows them.");
                return null;
            },
        };
        if (arity.MinimumNumberOfValues == 0) argument.DefaultValueFactory = _ => null;
        return argument;
    }

    /// <summary>The id of a release; null unless given.</summary>
    public static Argument<Guid?> ReleaseId() => new("id")
    {
        Description = "The release's id, as in the list; all that are published unless given.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => null,
        CustomParser = result =>
        {
            if (Guid.TryParse(result.Tokens[0].Value, out var id)) return id;
            result.AddError($"'{result.Tokens[0].Value}' is no id of a release. 'engagement releases list' shows them.");
            return null;
        },
    };

    private static long? Number(ArgumentResult result, string name, long least)
    {
        var word = result.Tokens[0].Value;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        result.AddError($"{name} is '{word}', and must be a whole number, {least} or more.");
        return null;
    }
}
