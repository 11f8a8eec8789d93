import type { errors as source } from '../en/errors.ts';
import type { Translation } from '../message.ts';

export const errors: Translation<typeof source> = {
  'bad-request.title': 'Etwas davon lässt sich nicht verwenden',
  'bad-request.text': 'Es wurde nichts geändert. Prüfen Sie Ihre Angaben und senden Sie sie noch einmal.',
  'no-session.title': 'Dieser Browser ist hier noch nicht dabei',
  'no-session.text':
    'Der Workshop und seine Boards sind sicher. Öffnen Sie den erhaltenen Link in diesem Browser, dann sind Sie dabei.',
  'not-allowed.title': 'Das steht Ihnen nicht offen',
  'not-allowed.text':
    'Die Moderation dieses Workshops hat Ihren Link geschlossen oder Sie aus dem Workshop genommen, oder Sie waren mit diesem Browser nie dabei. Was auf den Boards steht, ist sicher. Bitten Sie um einen neuen Link.',
  'not-found.title': 'Unter dieser Adresse ist nichts',
  'not-found.text':
    'Vielleicht ist sie verschrieben. Es ist nichts verloren: Gehen Sie von Ihren Workshops aus weiter oder öffnen Sie Ihren Link noch einmal.',
  'link-unknown.title': 'Dieser Link gilt nicht mehr',
  'link-unknown.text':
    'Die Moderation dieses Workshops hat ihn geschlossen, oder ein Teil fehlt. Was Sie geschrieben haben, steht noch auf dem Board. Bitten Sie um einen neuen Link, oder öffnen Sie den Workshop, wenn Sie schon dabei waren.',
  'link-expired.title': 'Dieser Link ist abgelaufen',
  'link-expired.text':
    'Er ließ bis zu einem Zeitpunkt herein, der vorbei ist. Wer schon dabei war, ist es noch. Bitten Sie um einen neuen Link.',
  'link-weaker.title': 'Sie dürfen hier schon mehr',
  'link-weaker.text':
    'In diesem Browser haben Sie im Workshop mehr Rechte, als dieser Link Ihnen ließe. Nichts wurde geändert, und der Link gilt noch: Öffnen Sie ihn auf dem anderen Gerät, oder machen Sie hier weiter wie bisher.',
  'last-facilitator.title': 'Ein Workshop braucht eine Moderation',
  'last-facilitator.text':
    'Es bliebe niemand, der ihn leitet, darum wurde nichts geändert. Lassen Sie zuerst eine andere Person moderieren, oder ersetzen Sie den Link.',
  'passcode-wrong.title': 'Das ist nicht der Code',
  'passcode-wrong.text':
    'Es ging nichts verloren. Sehen Sie noch einmal nach, oder fragen Sie die Person, die Ihnen den Link geschickt hat.',
  'door-closed.title': 'Die Tür ist gerade zu',
  'door-closed.text':
    'Im Moment kommt niemand neu herein. Bitten Sie die Moderation zu öffnen und versuchen Sie es noch einmal: Ihr Link gilt weiter.',
  'not-admitted.title': 'Sie wurden nicht eingelassen',
  'not-admitted.text':
    'Die Moderation hat vorerst Nein gesagt. Fragen Sie nach und versuchen Sie es dann noch einmal: Ihr Link gilt weiter.',
  'not-waiting.title': 'Der Server weiß nicht, dass Sie warten',
  'not-waiting.text':
    'Vielleicht wurde er neu gestartet. Fragen Sie noch einmal: Was Sie geschrieben haben, ist nicht verloren.',
  'session-closed.title': 'Diese Sitzung ist geschlossen',
  'session-closed.text': 'Auf den Boards ändert sich nichts mehr. Die Moderation kann die Sitzung wieder öffnen.',
  'voting.title': 'Eine Abstimmung läuft',
  'voting.text': 'Schließen Sie sie zuerst ab.',
  'locked.title': 'Das ist gerade gesperrt',
  'locked.text':
    'Die Moderation hat es gesperrt, oder die Phase lässt es nicht zu. Was Ihnen gehört, bleibt Ihres; versuchen Sie es später wieder.',
  'locks-full.title': 'Mehr kann nicht gesperrt werden',
  'locks-full.text': 'Entsperren Sie zuerst etwas.',
  'round-over.title': 'Diese Abstimmung ist abgeschlossen',
  'round-over.text': 'Ihre letzten Stimmen kamen zu spät.',
  'private-writing.title': 'Gerade wird für sich geschrieben',
  'private-writing.text': 'Decken Sie zuerst auf, was geschrieben wurde.',
  'create-key-needed.title': 'Ein neuer Workshop braucht hier einen Schlüssel',
  'create-key-needed.text':
    'Ihre Angaben sind noch da. Fragen Sie die Person, die diesen Server betreibt, nach dem Schlüssel.',
  'too-large.title': 'Das ist zu viel auf einmal',
  'too-large.text': 'Es wurde nichts geändert. Kürzen Sie es und senden Sie es noch einmal.',
  'too-many-requests.title': 'Zu viele Versuche in kurzer Zeit',
  'too-many-requests.text': 'Es ist nichts verloren. Warten Sie eine Minute und versuchen Sie es noch einmal.',
  'busy.title': 'Der Server tut das gerade für andere',
  'busy.text': 'Es ist nichts verloren. Versuchen Sie es in ein paar Sekunden noch einmal.',
  'unsupported-media-type.title': 'Der Server kann das nicht lesen',
  'unsupported-media-type.text': 'Es wurde nichts geändert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'file-unknown.title': 'Diese Datei ist kein Board',
  'file-unknown.text': 'Nichts wurde geändert. Wählen Sie eine .json von Commonboard oder eine .tldr von tldraw.',
  'file-damaged.title': 'Ein Teil dieser Datei ist beschädigt',
  'file-damaged.text':
    'Nichts wurde daraus übernommen und nichts geändert. Exportieren Sie sie dort neu, woher sie kommt.',
  'file-newer.title': 'Diese Datei stammt aus einer neueren Version',
  'file-newer.text':
    'Nichts wurde daraus übernommen und nichts geändert. Fragen Sie die Person, die diesen Server betreibt, nach der neueren Version.',
  'file-legacy.title': 'Diese Datei stammt aus dem ersten tldraw',
  'file-legacy.text':
    'Nichts wurde geändert. Öffnen Sie sie einmal auf tldraw.com und speichern Sie sie dort neu: Dann lässt sie sich hier lesen.',
  'file-too-much.title': 'Diese Datei enthält zu viel',
  'file-too-much.text':
    'Nichts wurde geändert. Ein Board fasst bis zu 20.000 Dinge, eine Datei bis zu 40 Seiten. Teilen Sie sie auf und versuchen Sie es erneut.',
  'board-full.title': 'Für weitere Karten ist kein Platz',
  'board-full.text':
    'Es wurde nichts hinzugefügt. Bitten Sie die Moderation, einige zu entfernen oder mit einem anderen Board weiterzumachen.',
  'comments-full.title': 'Für weitere Kommentare ist kein Platz',
  'comments-full.text':
    'Dieses Board hat 2.000 davon. Ihr Text ist noch da. Löschen Sie einige erledigte und senden Sie ihn noch einmal.',
  'pictures-full.title': 'Für weitere Bilder ist kein Platz',
  'pictures-full.text':
    'Nichts wurde geändert. Ein Board fasst bis zu 300. Löschen Sie einige und fügen Sie dieses noch einmal hinzu.',
  'picture-unknown.title': 'Dieses Bild ist nicht zu gebrauchen',
  'picture-unknown.text': 'Nichts wurde geändert. Wählen Sie ein ganzes PNG oder JPEG.',
  'picture-too-large.title': 'Dieses Bild ist zu groß',
  'picture-too-large.text': 'Nichts wurde geändert. Ein Logo darf bis zu 200 kB und 1.200 × 480 Pixel groß sein.',
  'foreign-origin.title': 'Diese Adresse passt nicht zum Server',
  'foreign-origin.text':
    'Es wurde nichts geändert. Öffnen Sie Commonboard unter der Adresse aus Ihrer Einladung und versuchen Sie es dort.',
  'not-ready.title': 'Der Server startet gerade',
  'not-ready.text': 'Alles Gespeicherte ist sicher. Versuchen Sie es in ein paar Sekunden noch einmal.',
  'agenda-changed.title': 'Jemand anderes hat inzwischen die Phasen geändert',
  'agenda-changed.text':
    'Ihre sind noch hier und nicht gespeichert. Speichern Sie noch einmal, um die anderen zu ersetzen, oder schließen Sie ohne Speichern, um diese zu sehen.',
  'breakouts.title': 'Es arbeiten schon Gruppen',
  'breakouts.text': 'Beenden Sie deren Zeit zuerst. Mehr als fünfzig Mal in Gruppen geht nicht.',
  'bringing.title': 'Die Gruppen werden gerade zusammengeführt',
  'bringing.text': 'Was sie geschrieben haben, kommt gerade auf das Hauptboard. Versuchen Sie es gleich noch einmal.',
  'phase-gone.title': 'Diese Phase gibt es nicht mehr',
  'phase-gone.text':
    'Jemand hat gerade den Ablauf geändert oder die Sitzung beendet. Sonst hat sich nichts geändert. Sehen Sie noch einmal nach und machen Sie von dort weiter.',
  'internal.title': 'Auf dem Server ging etwas schief',
  'internal.text':
    'Was gespeichert ist, ist sicher. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es der Person, die den Server betreibt.',
  'unreachable.title': 'Keine Verbindung zum Server',
  'unreachable.text': 'Was gespeichert ist, ist sicher. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'unreadable.title': 'Diese Seite und der Server verstehen einander nicht',
  'unreadable.text': 'Was gespeichert ist, ist sicher. Es gibt wohl eine neuere Version: Laden Sie die Seite neu.',
  'closed-4401.title': 'Dieser Browser ist hier noch nicht dabei',
  'closed-4401.text': 'Das Board ist sicher. Öffnen Sie den erhaltenen Link in diesem Browser, dann sind Sie dabei.',
  'closed-4403.title': 'Sie sind nicht mehr in diesem Workshop',
  'closed-4403.text':
    'Die Moderation hat Ihren Link geschlossen oder Sie aus dem Workshop genommen. Ihre Karten sind noch auf dem Board. Falls das ein Versehen ist, bitten Sie um einen neuen Link.',
  'closed-4404.title': 'Dieses Board gibt es hier nicht',
  'closed-4404.text':
    'Die Adresse ist verschrieben oder das Board wurde entfernt. Die anderen Boards stehen im Workshop.',
  'closed-4409.title': 'Es gibt eine neuere Version',
  'closed-4409.text': 'Was gespeichert ist, ist sicher. Laden Sie neu, um weiterzumachen.',
  'closed-4413.title': 'Das war zu viel auf einmal',
  'closed-4413.text':
    'Das Board hört diesem Browser nicht mehr zu, um die anderen zu schützen. Was gespeichert ist, ist sicher. Laden Sie neu und fügen Sie Großes in kleineren Teilen hinzu.',
  'closed-4422.title': 'Eine Änderung passte nicht',
  'closed-4422.text':
    'Der Server konnte eine Änderung dieser Seite nicht übernehmen; sie wurde zurückgenommen. Alles andere ist sicher. Laden Sie neu, um weiterzumachen.',
  'closed-4423.title': 'Dieses Board wird repariert',
  'closed-4423.text':
    'Ein Teil war nicht lesbar, darum ist es geschlossen, bis es wieder ganz ist. Es wird nichts überschrieben. Sagen Sie es der Person, die den Server betreibt.',
  'closed-4424.title': 'Diese Sitzung ist geschlossen',
  'closed-4424.text':
    'Die Moderation hat sie geschlossen. Was Sie zuletzt geschrieben haben, bleibt in diesem Browser und kommt auf das Board, sobald die Sitzung wieder offen ist.',
  'empty.name': 'Tragen Sie Ihren Namen ein.',
  'empty.organisation': 'Tragen Sie den Namen Ihrer Organisation ein.',
  'empty.title': 'Geben Sie dem Workshop einen Namen.',
  'empty.key': 'Tragen Sie den Schlüssel ein.',
  'line-too-long': { one: 'Bitte höchstens {count} Zeichen.', other: 'Bitte höchstens {count} Zeichen.' },
  'line-disguised': 'Es sind unsichtbare Zeichen darin. Tippen Sie es von Hand neu.',
  'line-refused': 'Der Server nimmt das nicht an. Schreiben Sie es anders.',
  'page-broken.title': 'Diese Seite funktioniert nicht mehr',
  'page-broken.text': 'Was gespeichert ist, ist sicher. Laden Sie die Seite neu, um weiterzumachen.',
};
