using System.Text.Json.Serialization;

namespace Engagement.Paper;

[JsonConverter(typeof(JsonStringEnumConverter<PaperFormState>))]
public enum PaperFormState
{
    /// <summary>Typed in once. It does not count yet.</summary>
    WaitsForCheck,

    /// <summary>Two people read it differently. It does not count until two agree.</summary>
    Differs,

    Checked,
}
