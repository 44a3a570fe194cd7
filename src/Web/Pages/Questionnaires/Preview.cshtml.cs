using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>V2: a page of the questionnaire as people see it.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
public sealed class PreviewModel(IndexDb db, EditQuestionnaire edit, Who who) : QuestionnairePage(db, edit, who)
{
    /// <summary>Number of the page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page_")]
    public int At { get; set; }

    public Section Section { get; private set; } = new("", new("", ""), []);

    public async Task OnGetAsync()
    {
        await ReadAsync(new("Xem trước", "Preview"));
        // Questions on a scale that is not there yet cannot be drawn.
        Section = At >= 1 && At <= Form.Sections.Count ? Form.Sections[At - 1] with
        {
            Questions = [.. Form.Sections[At - 1].Questions.Where(question => question is not ScaleQuestion scale || Form.Scales.Any(one => one.Code == scale.Scale))],
        } : throw new RefusedException(Refusal.NotFound);
    }
}
