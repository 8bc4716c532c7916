using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How an item ended, in classes that say nothing about the person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingOutcome>))]
public enum SafeguardingOutcome
{
    NoConcern,
    AdviceGiven,
    Referred,
    AlreadyKnown,
}
