using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Campaigns;

/// <summary>A device to register: a kiosk at a counter, the QR code of an office, an interviewer's telephone.</summary>
public sealed record NewDevice(string Campaign, string Device, string Unit, Channel Channel, string Place)
{
    /// <summary>Digits with which staff leave a kiosk.</summary>
    public string Pin { get; init; } = "0000";

    /// <summary>Fewest seconds between two answers of a kiosk.</summary>
    public int Gap { get; init; } = 20;
}

/// <summary>Registers a device; its secret is shown once and stored nowhere.</summary>
public sealed class RegisterDevice(IndexDb db, TimeProvider clock)
{
    public async Task<string> RunAsync(Person? person, NewDevice device, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == device.Campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person?.Need(campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);
        if (!UnitCode.TryParse(device.Device, out _))
            throw new RefusedException(Refusal.Invalid("device", new("Tên thiết bị chỉ gồm chữ không dấu, số, dấu gạch nối.", "A device's name has plain letters, digits and dashes.")));
        if (device.Channel is Channel.Web or Channel.Paper)
            throw new RefusedException(Refusal.Invalid("channel", new("Thiết bị dùng cho phỏng vấn, điện thoại, quầy hoặc mã QR của cơ quan.", "A device serves interviews, the telephone, a counter or an office's QR code.")));
        if (device.Pin.Length is < 4 or > 12 || !device.Pin.All(char.IsAsciiDigit))
            throw new RefusedException(Refusal.Invalid("pin", new("Mã thoát gồm 4 đến 12 chữ số.", "The PIN has 4 to 12 digits.")));
        if (await db.Devices.AnyAsync(row => row.Campaign == device.Campaign && row.Device == device.Device, cancel))
            throw new RefusedException(Refusal.Invalid("device", new("Tên thiết bị này đã dùng.", "This name of a device is taken.")));
        var secret = SurveyToken.New();
        db.Add(new DeviceRow
        {
            Campaign = device.Campaign,
            Device = device.Device,
            Unit = device.Unit,
            Channel = device.Channel,
            Place = device.Place,
            SecretHash = SurveyToken.Hash(campaign.TokenKey, secret),
            PinHash = HMACSHA256.HashData(campaign.TokenKey, Encoding.ASCII.GetBytes(device.Pin)),
            Gap = Math.Clamp(device.Gap, 0, 600),
            Revoked = false,
        });
        db.Note(new(person?.Account, JournalAct.Granted, JournalObject.Campaign(device.Campaign), "device.registered", clock.GetUtcNow(), After: new { device.Device, device.Unit, device.Channel, device.Place }));
        await db.SaveChangesAsync(cancel);
        return SurveyToken.Text(secret);
    }

    /// <summary>From now on nothing more is taken from the device.</summary>
    public async Task RevokeAsync(Person person, string campaign, string device, string? reason, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(row.Cycle, Role.SurveyManager, Role.FieldSupervisor);
        var why = Reasons.Required(reason);
        var found = await db.Devices.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Device == device, cancel) ?? throw new RefusedException(Refusal.NotFound);
        found.Revoked = true;
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Campaign(campaign), "device.revoked", clock.GetUtcNow(), After: new { device }, Reason: why));
        await db.SaveChangesAsync(cancel);
    }
}
