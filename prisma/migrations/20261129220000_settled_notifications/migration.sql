-- Once a day the reminders of maps that wait no more are looked for: a few among all that people were told.
CREATE INDEX "Notification_review_idx" ON "Notification"("journeyId", "userId") WHERE kind = 'review';
