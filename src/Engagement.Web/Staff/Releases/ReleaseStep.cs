namespace Engagement.Web.Staff.Releases;

/// <summary>What a second person does with checked figures.</summary>
/// <param name="Title">What is asked of them.</param>
/// <param name="Button">What they press.</param>
/// <param name="Done">What the page after says was done.</param>
public sealed record ReleaseStep(string Title, string Button, string Done)
{
    public static ReleaseStep Approve { get; } = new("Approve these figures?", "Approve", "approved");

    public static ReleaseStep Publish { get; } = new("Publish these figures for good?", "Publish for good", "published");

    internal bool IsNextOf(StaffRelease release) => this == Approve ? release.AwaitsApproval && !release.IsYourDraft : release.AwaitsPublishing;

    internal string Address(string id) => this == Approve ? ReleaseLinks.Approve(id) : ReleaseLinks.Publish(id);
}
