namespace Engagement.Web.Forms;

/// <summary>What makes a form that is sent twice one change.</summary>
internal static class FormKey
{
    /// <summary>The key that a form came back with; a new one where it is shown for the first time.</summary>
    public static string Of(SubmittedForm? form) => form?.OrNull("key") ?? New();

    public static string New() => Guid.CreateVersion7().ToString("N");
}
