using System.Text.Json.Serialization;

namespace Engagement.Paper;

/// <summary>Where a form on paper is on its way to being a response.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaperFormState>))]
public enum PaperFormState
{
    /// <summary>Typed in once. It does not count yet.</summary>
    WaitsForCheck,

    /// <summary>Two people read it differently. It does not count until two agree.</summary>
    Differs,

    /// <summary>Two people read it alike: it is a response.</summary>
    Checked,
}
