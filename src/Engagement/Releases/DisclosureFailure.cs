using System.Text.Json.Serialization;

namespace Engagement.Releases;

/// <summary>Why figures cannot be shown. No number says more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisclosureFailure>))]
public enum DisclosureFailure
{
    /// <summary>Too few people: no table of it can be shown.</summary>
    NothingToShow,

    /// <summary>Beside what was released earlier it would show what a few people did.</summary>
    ShowsDifference,
}
