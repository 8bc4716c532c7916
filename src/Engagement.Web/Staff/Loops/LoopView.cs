using Engagement.Web.Documents;
using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Loops;

/// <summary>A loop's page: who looks at it, what they sent if it came back, and when it was made, to say later what has happened since.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Loop">The loop as it is now.</param>
/// <param name="Form">The form that came back with errors, if one did.</param>
/// <param name="Errors">What was wrong with it.</param>
/// <param name="SeenAt">Just before the loop was read.</param>
/// <param name="Meanwhile">What somebody else has done since the form was opened, where that is why it was refused.</param>
/// <param name="Comments">What people wrote of the answer; null unless it was asked for, because each reading is put on record.</param>
public sealed record LoopView(
    Viewer Viewer,
    LoopDetails Loop,
    LoopForm Form,
    IReadOnlyList<FieldError> Errors,
    DateTimeOffset SeenAt,
    IReadOnlyList<string>? Meanwhile = null,
    LoopComments? Comments = null)
{
    public bool MayDecide => Viewer.Decides;

    public bool MayPublish => Viewer.Publishes;

    /// <summary>What stands in a field: what was sent, else what the page begins with.</summary>
    public string? ValueOf(string step, string field, string? first = null) => Form.Step == step ? Form[field] : first;

    public string? ErrorOf(string step, string field) => Errors.For($"{step}-{field}");
}

/// <summary>A page of what people wrote.</summary>
public sealed record LoopComments(Connection<LoopComment> Page, bool IsFirst);
