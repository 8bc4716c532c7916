using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A draft's questions and sections: added, changed and removed.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder pages)
    {
        var survey = pages.MapGroup("/staff/surveys/{id}");
        survey.MapGet("/add-question", ShowNewAsync);
        survey.MapPost("/add-question", AddAsync);
        survey.MapGet("/questions/{key}", ShowAsync);
        survey.MapPost("/questions/{key}", ChangeAsync);
        survey.MapGet("/questions/{key}/remove", ShowRemoveAsync);
        survey.MapPost("/questions/{key}/remove", RemoveAsync);
        survey.MapGet("/add-section", ShowNewSectionAsync);
        survey.MapPost("/add-section", AddSectionAsync);
        survey.MapGet("/sections/{key}", ShowSectionAsync);
        survey.MapPost("/sections/{key}", ChangeSectionAsync);
        survey.MapGet("/sections/{key}/remove", ShowRemoveSectionAsync);
        survey.MapPost("/sections/{key}/remove", RemoveSectionAsync);
    }

    private static Task<IResult> ShowNewAsync(
        string id, string? kind, string? section, bool? aboutYou, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(KindOf(kind) is { } chosen
            ? ShowForm(desk, QuestionForm.Begin(chosen, section, aboutYou == true), FormKey.New(), desk.Survey.Version, [])
            : Page.Of<KindPage>(new { Desk = desk, InSection = section })), ct);

    private static async Task<IResult> AddAsync(string id, string? kind, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        if (KindOf(kind) is not { } chosen)
            return TroubleEndpoints.NotFound();
        return await SaveAsync(id, chosen, "", desks, editor, context, ct);
    }

    private static Task<IResult> ShowAsync(string id, string key, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(Find(desk, key) is { } question
            ? ShowForm(desk, QuestionForm.Of(question), FormKey.New(), desk.Survey.Version, [])
            : TroubleEndpoints.NotFound()), ct);

    private static async Task<IResult> ChangeAsync(string id, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct) =>
        await SaveAsync(id, null, key, desks, editor, context, ct);

    private static async Task<IResult> SaveAsync(
        string id, QuestionKind? kind, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            if ((kind ?? Find(desk, key)?.Kind) is not { } chosen)
                return TroubleEndpoints.NotFound();
            var form = QuestionForm.From(chosen, key, sent, desk.Survey.Current);
            var version = Mark.VersionOf(sent) ?? desk.Survey.Version;
            if (sent[QuestionForm.Do] is { Length: > 0 } button)
                return ShowForm(desk, form.After(button), sent[Mark.Key], version, [], sent["key"], StatusCodes.Status200OK);

            var name = key.Length > 0 ? key : sent["key"] is { Length: > 0 } given ? given : ItemKeys.From(form.Text, desk.Survey.Keys, "question");
            IReadOnlyList<FieldError> errors = [.. form.Check()];
            if (errors.Count == 0)
                errors = await editor.SendAsync(form.Mutation, sent, form.Input(id, name, version, sent[Mark.Key]), context, ct);
            return errors.Count == 0
                ? Page.SeeOther(SurveyLinks.Survey(id, "question", name))
                : ShowForm(desk, form, sent[Mark.Key], Mark.Next(sent, desk, errors), [.. errors.Select(PointAtField)], sent["key"]);
        }, ct);
    }

    private static Task<IResult> ShowRemoveAsync(string id, string key, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(Find(desk, key) is { } question ? ShowRemove(desk, question, []) : TroubleEndpoints.NotFound()), ct);

    private static async Task<IResult> RemoveAsync(string id, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            if (Find(desk, key) is not { } question)
                return Page.SeeOther(SurveyLinks.Survey(id, "removed"));
            var errors = await editor.DoAsync("removeQuestion", form, new { instrumentId = id, key, expectedVersion = Mark.VersionOf(form) }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, "removed")) : ShowRemove(desk, question, errors);
        }, ct);
    }

    private static Task<IResult> ShowNewSectionAsync(string id, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(ShowSectionForm(desk, SectionForm.Empty, FormKey.New(), desk.Survey.Version, [])), ct);

    private static Task<IResult> AddSectionAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct) =>
        SaveSectionAsync(id, "", desks, editor, context, ct);

    private static Task<IResult> ShowSectionAsync(string id, string key, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(FindSection(desk, key) is { } section
            ? ShowSectionForm(desk, SectionForm.Of(section), FormKey.New(), desk.Survey.Version, [])
            : TroubleEndpoints.NotFound()), ct);

    private static Task<IResult> ChangeSectionAsync(string id, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct) =>
        SaveSectionAsync(id, key, desks, editor, context, ct);

    private static async Task<IResult> SaveSectionAsync(string id, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            if (key.Length > 0 && FindSection(desk, key) is null)
                return TroubleEndpoints.NotFound();
            var form = SectionForm.From(key, sent, desk.Survey.Current);
            var name = key.Length > 0 ? key : ItemKeys.From(form.Title, desk.Survey.Keys, "section");
            var errors = await editor.SendAsync(
                key.Length > 0 ? "changeSection" : "addSection",
                sent,
                new
                {
                    instrumentId = id,
                    key = name,
                    title = form.Title,
                    introduction = form.Introduction.Length > 0 ? form.Introduction : null,
                    shownWhen = form.ShownWhen.Select(condition => new { questionKey = condition.QuestionKey, anyOf = condition.AnyOf }),
                    expectedVersion = Mark.VersionOf(sent),
                    idempotencyKey = sent[Mark.Key],
                },
                context, ct);
            return errors.Count == 0
                ? Page.SeeOther(SurveyLinks.Survey(id, "section", name))
                : ShowSectionForm(desk, form, sent[Mark.Key], Mark.Next(sent, desk, errors), errors);
        }, ct);
    }

    private static Task<IResult> ShowRemoveSectionAsync(string id, string key, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(FindSection(desk, key) is { } section ? ShowRemoveSection(desk, section, []) : TroubleEndpoints.NotFound()), ct);

    private static async Task<IResult> RemoveSectionAsync(string id, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            if (FindSection(desk, key) is not { } section)
                return Page.SeeOther(SurveyLinks.Survey(id, "removed"));
            var errors = await editor.DoAsync("removeSection", form, new { instrumentId = id, key, expectedVersion = Mark.VersionOf(form) }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, "removed")) : ShowRemoveSection(desk, section, errors);
        }, ct);
    }

    /// <summary>What is published cannot be changed: whoever comes to a form of it sees the survey, and how to make a new version.</summary>
    private static Task<IResult> DraftAsync(string id, SurveyDesks desks, HttpContext context, Func<SurveyDesk, Task<IResult>> edit, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => desk.IsEditable ? edit(desk) : Task.FromResult(Page.SeeOther(SurveyLinks.Survey(id))), ct);

    private static IResult ShowForm(
        SurveyDesk desk, QuestionForm form, string key, int version, IReadOnlyList<FieldError> errors, string? givenKey = null, int? status = null) =>
        Page.Of<QuestionFormPage>(
            new { Desk = desk, Form = form, IdempotencyKey = key, Version = version, GivenKey = givenKey, Errors = errors }, status ?? errors.Status());

    private static IResult ShowSectionForm(SurveyDesk desk, SectionForm form, string key, int version, IReadOnlyList<FieldError> errors) =>
        Page.Of<SectionFormPage>(new { Desk = desk, Form = form, IdempotencyKey = key, Version = version, Errors = errors }, errors.Status());

    private static IResult ShowRemove(SurveyDesk desk, Question question, IReadOnlyList<FieldError> errors) =>
        Page.Of<RemoveItemPage>(
            new
            {
                Desk = desk,
                Words = question.Text,
                Action = SurveyLinks.RemoveQuestion(desk.Survey.Id, question.Key),
                WasPublished = desk.Survey.IsPublishedQuestion(question.Key),
                Dependents = DependOn(desk, question.Key),
                Errors = errors,
            }, errors.Status());

    private static List<(string Address, string Words)> DependOn(SurveyDesk desk, string key)
    {
        return
        [
            .. desk.Survey.Current.Sections.Where(section => section.ShownWhen.Any(IsOnIt)).Select(section => (SurveyLinks.Section(desk.Survey.Id, section.Key), section.Title)),
            .. desk.Survey.Current.Questions.Where(other => other.ShownWhen.Any(IsOnIt)).Select(other => (SurveyLinks.Question(desk.Survey.Id, other.Key), other.Text)),
        ];

        bool IsOnIt(ShownWhen condition) => condition.QuestionKey == key;
    }

    private static IResult ShowRemoveSection(SurveyDesk desk, QuestionSection section, IReadOnlyList<FieldError> errors) =>
        Page.Of<RemoveItemPage>(
            new
            {
                Desk = desk,
                Words = section.Title,
                Action = SurveyLinks.RemoveSection(desk.Survey.Id, section.Key),
                IsSection = true,
                Questions = desk.Survey.Current.Questions.Count(question => question.Section == section.Key),
                Errors = errors,
            }, errors.Status());

    private static Question? Find(SurveyDesk desk, string key) => desk.Survey.Current.Questions.FirstOrDefault(question => question.Key == key);

    private static QuestionSection? FindSection(SurveyDesk desk, string key) => desk.Survey.Current.Sections.FirstOrDefault(section => section.Key == key);

    private static QuestionKind? KindOf(string? kind) =>
        Enum.TryParse<QuestionKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    /// <summary>Where the page has other fields than the mutation.</summary>
    private static FieldError PointAtField(FieldError error) => error.Field switch
    {
        "options" => error with { Field = QuestionForm.OptionField(1) },
        "range" => error with { Field = "least" },
        "kind" => error with { Field = null },
        _ => error,
    };
}
