namespace Engagement.Web.Forms;

/// <summary>What a form holds, by its fields' names, so that nothing is lost when it is refused.</summary>
public sealed class Fields(Func<string, string> of)
{
    public static Fields None { get; } = new(_ => "");

    /// <summary>What was sent; nothing where the form is shown for the first time.</summary>
    internal static Fields Of(SubmittedForm? form) => form is null ? None : new Fields(name => form[name]);

    public string this[string name] => of(name);
}
