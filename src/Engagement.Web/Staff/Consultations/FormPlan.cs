using System.Globalization;
using Engagement.Web.Components;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Consultations;

/// <summary>How a field of a planned form is filled in.</summary>
public enum FieldKind
{
    Line,
    Words,
    Day,
    Number,
    OneOf,
    OneOfMany,
    YesOrNo,
    Several,
}

/// <summary>A field, named as the mutation's input names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it asks.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record PlannedField(string Name, string Label, FieldKind Kind = FieldKind.Line)
{
    public string? Hint { get; init; }

    /// <summary>What is there to choose from, by the schema's names.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What to say where it is empty or cannot be read. Where it says nothing, the field may be left empty, or the platform says what is wrong.</summary>
    public string? WhenMissing { get; init; }

    /// <summary>Left out where it is empty, in place of being sent as empty words.</summary>
    public bool Optional { get; init; }

    /// <summary>What stands in it before anybody has filled it in.</summary>
    public IReadOnlyList<string> First { get; init; } = [];
}

/// <summary>Something that is there already, which the form adds to.</summary>
public sealed record AlreadyThere(string Text, string? Note = null, string? Address = null);

/// <summary>
/// A short form that changes one thing: what it is for, what will happen, the law behind it, and the mutation that it is sent as. The pages that run
/// consultations are made of such plans, so that each reads alike and none forgets the version or the key that makes a double click one change.
/// </summary>
public sealed record FormPlan(string Title, string Button, string Document, string Mutation, IReadOnlyList<PlannedField> Fields)
{
    /// <summary>What this is for, in plain words.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>What happens when it is sent; said before it is.</summary>
    public IReadOnlyList<string> WillHappen { get; init; } = [];

    public Law? Law { get; init; }

    /// <summary>How things stand now.</summary>
    public IReadOnlyList<(string Key, string Value)> Now { get; init; } = [];

    /// <summary>The form holds how things stand, so that is shown beside it only where somebody was faster.</summary>
    public bool IsFilledIn { get; init; }

    public string AlreadyTitle { get; init; } = "What is there already";

    public IReadOnlyList<AlreadyThere> Already { get; init; } = [];

    /// <summary>Why it cannot be done just now; the form is not shown then.</summary>
    public IReadOnlyList<string> StoppedBy { get; init; } = [];

    /// <summary>It takes something away that people see or count on.</summary>
    public bool IsGrave { get; init; }

    /// <summary>What the page itself knows: which consultation, which survey.</summary>
    public IReadOnlyDictionary<string, object?> Ids { get; init; } = new Dictionary<string, object?>();

    /// <summary>The version of what it changes; null for a form that makes something new.</summary>
    public int? Version { get; init; }

    /// <summary>What stops the form from being sent as it was filled in.</summary>
    internal IReadOnlyList<FieldError> Check(SubmittedForm form) => form.IsTrusted
        ? [.. Fields
            .Where(field => field.WhenMissing is not null && ValueOf(field, form) is (null or "" or IReadOnlyList<string> { Count: 0 }))
            .Select(field => new FieldError(field.WhenMissing!, field.Name))]
        : [FieldError.PageTooOld];

    /// <summary>The mutation's input.</summary>
    internal Dictionary<string, object?> Input(SubmittedForm form)
    {
        var input = new Dictionary<string, object?>(Ids);
        foreach (var field in Fields)
        {
            var value = ValueOf(field, form);
            if (value is not null && !(field.Optional && value is ""))
                input[field.Name] = value;
        }

        input["idempotencyKey"] = form["_key"];
        if (Version is { } version)
            input["expectedVersion"] = int.TryParse(form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : version;
        return input;
    }

    private static object? ValueOf(PlannedField field, SubmittedForm form) => field.Kind switch
    {
        FieldKind.Day => form.HasDay(field.Name) ? form[field.Name] : null,
        FieldKind.Number => int.TryParse(form[field.Name], NumberStyles.None | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null,
        FieldKind.OneOf or FieldKind.OneOfMany => field.Choices.Any(choice => choice.Value == form[field.Name]) && form[field.Name].Length > 0 ? form[field.Name] : null,
        FieldKind.YesOrNo => form[field.Name] switch { "true" => true, "false" => false, _ => null },
        FieldKind.Several => (IReadOnlyList<string>)[.. form.All(field.Name).Where(value => field.Choices.Any(choice => choice.Value == value))],
        _ => form[field.Name],
    };

    /// <summary>The page with the form; with what was filled in, where that was refused.</summary>
    internal IResult Show(Viewer viewer, string caption, string backTo, string backText, SubmittedForm? form = null, IReadOnlyList<FieldError>? errors = null)
    {
        var isStale = errors?.Any(error => error.Code == "STALE_VERSION") == true;
        return Page.Of<FormPlanPage>(
            new
            {
                Viewer = viewer,
                Plan = this,
                Caption = caption,
                BackTo = backTo,
                BackText = backText,
                Values = (Func<PlannedField, IReadOnlyList<string>>)(field => form is null ? field.First : form.All(field.Name)),
                Key = form?["_key"] is { Length: > 0 } key ? key : FormKey.New(),
                // Whoever sends it again has been told that somebody was faster, and has seen how things stand now.
                ShownVersion = form is not null && !isStale && int.TryParse(form["_version"], out var seen) ? seen : Version,
                IsStale = isStale,
                Errors = errors ?? [],
            },
            errors is null or [] ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
