namespace Engagement.Web.YouSaidWeDid;

internal static class EntryStates
{
    public static string Words(this EntryState state) => state switch
    {
        EntryState.WeDid => "We did",
        EntryState.WeWill => "We will",
        _ => "We cannot",
    };

    public static string ClassName(this EntryState state) => state switch
    {
        EntryState.WeDid => "did",
        EntryState.WeWill => "will",
        _ => "cannot",
    };
}
