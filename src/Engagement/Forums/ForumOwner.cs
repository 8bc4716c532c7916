using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>The body whose forum it is. Kent PACT is independent of the council: the council sees of its forums what it publishes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumOwner>))]
public enum ForumOwner
{
    /// <summary>Kent PACT, the parents' forum of the county.</summary>
    KentPact,

    /// <summary>The county council.</summary>
    Council,
}
