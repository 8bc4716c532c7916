using System.Text.Json.Serialization;
using Engagement.Participants;
using EventStore;

namespace Engagement.Forums.Version1;

/// <summary>When no reader could raise one.</summary>
internal sealed record SafeguardingRaised(
    SafeguardingSource Source,
    SafeguardingCause Why,
    string? WordListVersion,
    IReadOnlyList<MarkedSpan> Marks,
    PersonalText Words,
    PersonalText? Note,
    Guid? RaisedBy);

[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingCause>))]
internal enum SafeguardingCause
{
    WordList,
    Moderator,
}

internal sealed class SafeguardingRaisedUpcaster : EventUpcaster<SafeguardingRaised, Forums.SafeguardingRaised>
{
    protected override Forums.SafeguardingRaised Upcast(SafeguardingRaised old) => new(
        old.Source,
        old.Why == SafeguardingCause.WordList ? Forums.SafeguardingCause.WordList : Forums.SafeguardingCause.Moderator,
        old.WordListVersion,
        old.Marks,
        old.Words,
        old.Note,
        old.RaisedBy);
}
