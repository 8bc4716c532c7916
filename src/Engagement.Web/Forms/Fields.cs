namespace Engagement.Web.Forms;

/// <summary>What a form holds, by its fields' names, so that nothing is lost when it is refused.</summary>
public sealed class Fields(Func<string, string> of)
{
    public static Fields None { get; } = new(_ => "");

    public string this[string name] => of(name);
}
