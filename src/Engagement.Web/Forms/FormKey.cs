namespace Engagement.Web.Forms;

/// <summary>What makes a form that is sent twice one change.</summary>
internal static class FormKey
{
    public static string New() => Guid.CreateVersion7().ToString("N");
}
