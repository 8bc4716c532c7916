using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How an item ended, in classes that say nothing about the person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingOutcome>))]
public enum SafeguardingOutcome
{
    /// <summary>Nobody is at risk.</summary>
    NoConcern,

    /// <summary>Advice was given.</summary>
    AdviceGiven,

    /// <summary>It was passed on to the services that protect people.</summary>
    Referred,

    /// <summary>Those services knew already.</summary>
    AlreadyKnown,
}
